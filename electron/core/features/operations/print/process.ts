import { serveDrawing } from '../../../paper/draw-apart.ts';
import { compose } from './compose.ts';

/** The process that draws an operation's papers: it has no vault and no keys, writes nothing, and is killed when it is done. */
serveDrawing(compose);
