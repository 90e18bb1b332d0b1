/**
 * How the core's process is started. It keeps its data in SQLite, not in JavaScript, but each of its threads would let
 * V8 grow a heap for speed: small heaps halve its memory and cost its work nothing that was measured.
 */
export const coreFlags = ['--optimize-for-size', '--max-semi-space-size=2'] as const;
