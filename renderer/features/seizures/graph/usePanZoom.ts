import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const least = 0.2;
const most = 3;
const keys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [40, 0],
  ArrowRight: [-40, 0],
  ArrowUp: [0, 40],
  ArrowDown: [0, -40],
};

/** Moves and scales a drawing: by dragging and the wheel, by arrows and + −, by buttons. */
export function usePanZoom(width: number, height: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 });
  const dragged = useRef<{ readonly x: number; readonly y: number } | null>(null);

  const showWhole = () => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {};
    if (width === 0 || height === 0 || clientWidth === 0) return;
    const scale = Math.max(least, Math.min(1.2, clientWidth / width, clientHeight / height));
    setView({ scale, x: (clientWidth - width * scale) / 2, y: (clientHeight - height * scale) / 2 });
  };
  // Shown whole when another drawing comes, and then left alone.
  useEffect(showWhole, [width, height]);

  const zoomAt = (factor: number, at?: { readonly x: number; readonly y: number }) =>
    setView((now) => {
      const scale = Math.max(least, Math.min(most, now.scale * factor));
      const middle = at ?? {
        x: (frame.current?.clientWidth ?? 0) / 2,
        y: (frame.current?.clientHeight ?? 0) / 2,
      };
      const ratio = scale / now.scale;
      return { scale, x: middle.x - (middle.x - now.x) * ratio, y: middle.y - (middle.y - now.y) * ratio };
    });
  const zoom = useRef(zoomAt);
  zoom.current = zoomAt;
  useEffect(() => {
    const target = frame.current;
    // React hears the wheel passively: the page would scroll along.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left = 0, top = 0 } = target?.getBoundingClientRect() ?? {};
      zoom.current(event.deltaY < 0 ? 1.12 : 1 / 1.12, { x: event.clientX - left, y: event.clientY - top });
    };
    target?.addEventListener('wheel', onWheel, { passive: false });
    return () => target?.removeEventListener('wheel', onWheel);
  }, []);

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      dragged.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = dragged.current;
      if (from === null) return;
      dragged.current = { x: event.clientX, y: event.clientY };
      setView((now) => ({ ...now, x: now.x + event.clientX - from.x, y: now.y + event.clientY - from.y }));
    },
    onPointerUp: () => {
      dragged.current = null;
    },
    onPointerLeave: () => {
      dragged.current = null;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || event.altKey || event.ctrlKey) return;
      const move = keys[event.key];
      if (move !== undefined) setView((now) => ({ ...now, x: now.x + move[0], y: now.y + move[1] }));
      else if (event.key === '+') zoomAt(1.2);
      else if (event.key === '-') zoomAt(1 / 1.2);
      else if (event.key === '0') showWhole();
      else return;
      event.preventDefault();
    },
  };
  return { frame, view, handlers, showWhole, closer: () => zoomAt(1.25), farther: () => zoomAt(1 / 1.25) };
}
