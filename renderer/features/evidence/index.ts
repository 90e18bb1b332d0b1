export { useAllExhibits } from './data.ts';
export { EvidencePage } from './EvidencePage.tsx';
export { exhibitNumber } from './number.ts';
export { TypeIcon } from './TypeIcon.tsx';
