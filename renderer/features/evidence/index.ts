export { useAllExhibits } from './data.ts';
export { EvidencePage } from './EvidencePage.tsx';
export { ExhibitIcon } from './items/CategoryIcon.tsx';
export { TypeIcon } from './TypeIcon.tsx';
