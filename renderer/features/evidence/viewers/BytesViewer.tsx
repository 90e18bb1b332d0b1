import type { ReactNode } from 'react';
import type { Viewer } from '../../../../electron/core/features/evidence/model.ts';
import { HexViewer } from './hex/HexViewer.tsx';
import { ImageViewer } from './ImageViewer.tsx';
import { MediaViewer } from './MediaViewer.tsx';
import { PdfViewer } from './pdf/PdfViewer.tsx';
import { TextViewer } from './TextViewer.tsx';
import type { ViewerProps } from './types.ts';

const viewers: Readonly<Partial<Record<Viewer, (props: ViewerProps) => ReactNode>>> = {
  image: ImageViewer,
  pdf: PdfViewer,
  text: TextViewer,
  audio: MediaViewer,
  video: MediaViewer,
};

/** Content by its ticket, as its kind is shown; what has no viewer of its own, byte by byte. */
export function BytesViewer(props: ViewerProps) {
  const Viewer = viewers[props.view.viewer] ?? HexViewer;
  return <Viewer key={props.view.ticket} {...props} />;
}
