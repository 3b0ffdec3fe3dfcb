import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npx vite web` for development beside a running API; `npx vite build web` for production. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // Data URLs would need a wider content security policy for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: { '/api': { target: process.env.ONESTOP_URL ?? 'http://localhost:3000' } },
  },
});
