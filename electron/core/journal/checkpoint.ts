/** The body of a C2SP tlog-checkpoint: origin, decimal size, root in base64, each on a line. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Throws a `TypeError` for anything that is not exactly such a body (extension lines are allowed and ignored). */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const bytes = Buffer.from(root, 'base64');
  const sound =
    origin !== '' &&
    text.endsWith('\n') &&
    /^(0|[1-9]\d{0,15})$/.test(size) &&
    bytes.length === 32 &&
    bytes.toString('base64') === root;
  if (!sound) throw new TypeError('not a checkpoint');
  return { origin, size: Number(size), root: bytes };
}
