export { useAllExhibits } from './data.ts';
export { EvidencePage } from './EvidencePage.tsx';
export { TypeIcon } from './TypeIcon.tsx';
