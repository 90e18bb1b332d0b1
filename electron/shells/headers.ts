/** The headers of everything that a shell serves to its page. Scripts only from our own files; nothing from outside. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An exhibit is data, whatever it claims to be: opened as a document it may run nothing and load nothing. */
const exhibitPolicy =
  "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'";

const always: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), payment=(), serial=()',
  'Cache-Control': 'no-store',
};

export function pageHeaders(type: string): Record<string, string> {
  return { ...always, 'Content-Type': type, 'Content-Security-Policy': pagePolicy };
}

export function exhibitHeaders(type: string): Record<string, string> {
  return {
    ...always,
    'Content-Type': type,
    'Content-Security-Policy': exhibitPolicy,
    'Accept-Ranges': 'bytes',
  };
}
