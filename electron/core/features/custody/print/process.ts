import { serveDrawing } from '../../../paper/draw-apart.ts';
import { compose } from './compose.ts';

/** The process that draws custody's papers: it has no vault and no keys, and may be killed any time. */
serveDrawing(compose);
