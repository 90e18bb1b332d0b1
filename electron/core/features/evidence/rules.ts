import type { Viewer } from './model.ts';

/** `FETP-2026-0001/E-003`: the case's number and the exhibit's place in it. */
export function exhibitNumber(caseNumber: string, taken: number): string {
  return `${caseNumber}/E-${String(taken + 1).padStart(3, '0')}`;
}

/** How an exhibit of this type is shown; what could run is shown as text or not at all. */
export function viewerFor(type: string): Viewer {
  if (type === 'application/pdf') return 'pdf';
  if (/^image\/(png|jpeg|gif|webp|bmp|avif|x-icon)$/.test(type)) return 'image';
  if (type.startsWith('audio/')) return 'audio';
  if (/^video\/(mp4|webm|ogg|quicktime)$/.test(type)) return 'video';
  if (type.startsWith('text/') || /^(application\/(json|xml)|message\/rfc822|image\/svg\+xml)$/.test(type))
    return 'text';
  return 'none';
}
