import type { Segment } from './model.ts';

/**
 * Transcripts as captions: SubRip (`00:00:01,500 --> 00:00:04,000`) and WebVTT (W3C), read strictly enough that
 * nothing is guessed, and written so that players show them. Who speaks stands before the words: `<v Name>` in WebVTT,
 * `Name: ` in SubRip.
 */
export interface Parsed {
  readonly segments: readonly Segment[];
  /** Lines (from 1) of cues that could not be read. */
  readonly bad: readonly number[];
}

const timing =
  /^(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})(?:\s.*)?$/;

export function parseCaptions(text: string): Parsed {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const segments: Segment[] = [];
  const bad: number[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!line.includes('-->')) continue;
    const match = timing.exec(line.trim());
    const body: string[] = [];
    const cue = at + 1;
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '') {
      at += 1;
      body.push(lines[at] ?? '');
    }
    const segment = match === null ? null : segmentOf(match, body.join('\n'));
    if (segment === null) bad.push(cue);
    else segments.push(segment);
  }
  return { segments, bad };
}

function segmentOf(match: RegExpExecArray, body: string): Segment | null {
  const part = (index: number): number => Number(match[index] ?? 0);
  // Counted in whole thousandths and divided once: 21.577 must come back as 21.577.
  const seconds = (from: number): number =>
    ((part(from) * 60 + part(from + 1)) * 60_000 + part(from + 2) * 1_000 + part(from + 3)) / 1_000;
  const [start, end] = [seconds(1), seconds(5)];
  if (end < start || part(2) > 59 || part(3) > 59 || part(6) > 59 || part(7) > 59) return null;
  const voice = /^<v(?:\.[^ >]*)? ([^>]+)>([\s\S]*?)(?:<\/v>)?$/.exec(body);
  if (voice !== null)
    return { start, end, speaker: unescaped(voice[1] ?? ''), text: unescaped(voice[2] ?? '') };
  const named = /^([^:\n]{1,60}): ([\s\S]+)$/.exec(body);
  if (named !== null)
    return { start, end, speaker: unescaped(named[1] ?? ''), text: unescaped(named[2] ?? '') };
  return { start, end, speaker: '', text: unescaped(body) };
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
const escaped = (text: string): string =>
  text
    .replace(/\s*\n\s*\n\s*/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function stamp(seconds: number): string {
  const thousandths = Math.round(seconds * 1_000);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [hours, minutes] = [thousandths / 3_600_000, (thousandths / 60_000) % 60];
  return `${two(hours)}:${two(minutes)}:${two((thousandths / 1_000) % 60)}.${String(thousandths % 1_000).padStart(3, '0')}`;
}

/** As WebVTT, which browsers and players read. */
export function writeCaptions(segments: readonly Segment[]): string {
  const cues = segments.map(({ start, end, speaker, text }, index) => {
    const words = speaker === '' ? escaped(text) : `<v ${escaped(speaker)}>${escaped(text)}`;
    return `${index + 1}\n${stamp(start)} --> ${stamp(end)}\n${words}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}
