export type { Player } from './player.ts';
export { Transcript } from './Transcript.tsx';
