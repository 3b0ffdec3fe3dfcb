import react from '@vitejs/plugin-react';
import { constants } from 'node:zlib';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

/** Fonts and pictures are compressed as they are. */
const COMPRESSED = /\.(js|css|svg|ttf|eot)$/;

/** The last two levels take three times as long for the last twentieth of the size. */
const BROTLI = defineAlgorithm('brotliCompress', {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
});

/** `npx vite web` for development beside a running API; `npx vite build web` for production. */
export default defineConfig({
  // Compressed once, when built: each answer of a file is read as it lies (`src/platform/http/web.ts`).
  plugins: [
    react(),
    compression({ algorithms: [BROTLI, 'gzip'], threshold: 1024, include: COMPRESSED }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // Which parts a page needs: `.size-limit.mjs` adds them up.
    manifest: true,
    // Data URLs would need a wider content security policy for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: { '/api': { target: process.env.ONESTOP_URL ?? 'http://localhost:3000' } },
  },
});
