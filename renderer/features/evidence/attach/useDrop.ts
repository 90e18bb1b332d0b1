import { type DragEvent, useRef, useState } from 'react';

/** Handlers for an element onto which files are dropped, and whether files hover over it now. */
export function useDrop(enabled: boolean, onFiles: (files: FileList) => void) {
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const ours = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!ours(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver: (event: DragEvent) => {
        if (!ours(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave: (event: DragEvent) => {
        if (!ours(event)) return;
        // Enter and leave fire for every element on the way.
        depth.current -= 1;
        if (depth.current <= 0) leave();
      },
      onDrop: (event: DragEvent) => {
        if (!ours(event)) return;
        event.preventDefault();
        leave();
        onFiles(event.dataTransfer.files);
      },
    },
  };
}
