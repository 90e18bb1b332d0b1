import type { Chain, HolderAnswer } from './chain-model.ts';

const ms = (iso: string): number => Date.parse(iso);
/** Contradictions of who had it; a late entry alone is none. */
const doubts = new Set(['unrecorded', 'giver', 'overlap', 'afterEnd']);

/** Who held the exhibit at a moment (`from` = `until`) or through a span of time, by its chain. */
export function holderBetween(chain: Chain, from: string, until: string): HolderAnswer {
  const start = ms(from);
  const end = ms(until);
  // A moment belongs to the span that begins at it.
  const meets = (begins: number, ends: number): boolean =>
    start === end ? begins <= start && start < ends : begins < end && start < ends;
  const spans: HolderAnswer['spans'][number][] = [];
  const [first] = chain.holdings;
  if (first === undefined || start < ms(first.from)) {
    const ends = first === undefined || end < ms(first.from) ? until : first.from;
    spans.push({ kind: 'nobody', holder: '', place: '', from, until: ends, entry: null, certain: false });
  }
  for (const holding of chain.holdings) {
    const ends = holding.until === null ? Number.POSITIVE_INFINITY : ms(holding.until);
    if (!meets(ms(holding.from), ends)) continue;
    spans.push({
      ...holding,
      from: ms(holding.from) < start ? from : holding.from,
      until: holding.until === null || ends > end ? until : holding.until,
    });
  }
  const anomalies = chain.anomalies.filter(
    (anomaly) => doubts.has(anomaly.kind) && meets(ms(anomaly.from), ms(anomaly.until)),
  );
  return {
    from,
    until,
    certain: anomalies.length === 0 && spans.every((span) => span.certain),
    spans,
    anomalies,
  };
}
