/** The type of a file: by its first bytes where these tell, else text by its name's ending, else unknown. */
export async function typeOf(sample: Uint8Array, name: string): Promise<string> {
  // Loaded where a file comes in: the database's threads share this module and never see one.
  const [{ fileTypeFromBuffer }, { default: mime }] = await Promise.all([
    import('file-type'),
    import('mime-types'),
  ]);
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  const byName = mime.lookup(name);
  if (found !== undefined) {
    // A ZIP or a generic XML is often something more definite by its name; never the other way round.
    const generic = found.mime === 'application/zip' || found.mime === 'application/xml';
    return generic && byName !== false && isContainerOf(byName, found.mime) ? byName : found.mime;
  }
  if (sample.length > 0 && looksLikeText(sample))
    return textTypes.test(byName || '') ? byName || 'text/plain' : 'text/plain';
  return 'application/octet-stream';
}

const textTypes = /^(text\/|application\/(json|xml|mbox)$|message\/rfc822$|image\/svg\+xml$)/;

function isContainerOf(type: string, container: string): boolean {
  if (container === 'application/xml') return type.endsWith('+xml');
  return /opendocument|officedocument|epub|java-archive|android/.test(type);
}

/** No control characters but those that text has. */
function looksLikeText(sample: Uint8Array): boolean {
  return sample.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c,
  );
}
