/** The core's QR code: an SVG document, shown as a picture, so that nothing in it could ever run. */
export function QrCode({ svg, label }: { readonly svg: string; readonly label: string }) {
  return (
    <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={label} draggable={false} />
  );
}
