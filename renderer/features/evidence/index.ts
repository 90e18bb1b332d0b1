export { AttachDialog } from './attach/AttachDialog.tsx';
export { useAttach } from './attach/useAttach.ts';
export { useIntakes } from './attach/useIntakes.ts';
export { useAllExhibits } from './data.ts';
export { EvidencePage } from './EvidencePage.tsx';
export { ExhibitIcon } from './items/CategoryIcon.tsx';
export { Photo } from './items/Photo.tsx';
export { TypeIcon } from './TypeIcon.tsx';
