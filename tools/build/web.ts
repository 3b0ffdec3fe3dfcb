/** `npm run build`: the pages, made anew when what they are made of changed, with what is compressed. */
import { buildWeb } from '../start/web-build.js';

await buildWeb();
