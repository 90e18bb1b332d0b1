import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import * as pkijs from 'pkijs';
import { asDiskError, CustodiaError, systemCode } from '../../../api/errors.ts';

/** A person's certificate with its key, opened for one export and kept nowhere. */
export interface Signer {
  readonly key: KeyObject;
  /** The person's own certificate in DER, then those that vouch for it, as the file has them. */
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
  /** The subject's common name. */
  readonly name: string;
  readonly issuer: string;
  /** In hex. */
  readonly serial: string;
  /** ISO. */
  readonly until: string;
}

/** A PKCS#12 file is a few kilobytes: anything much larger is none. */
const largest = 1024 * 1024;
/** More rounds than any program makes: a file that asks for them would hold the core up. */
const mostRounds = 5_000_000;
const pbes2 = '1.2.840.113549.1.5.13';
const dataContent = '1.2.840.113549.1.7.1';
const encryptedContent = '1.2.840.113549.1.7.6';

/**
 * Opens a PKCS#12 file (`.p12`, `.pfx`) with its password.
 *
 * @throws `bundle.p12NotOne`, `bundle.p12Password`, `bundle.p12Old` (it is encrypted as programs of before 2021 did it),
 * `bundle.p12NoKey`, `bundle.p12NotNow` (params `name`, `from`, `until`), `bundle.p12Kind`, `file.*`, `disk.*`
 */
export async function openP12(path: string, password: string, now = new Date()): Promise<Signer> {
  const name = basename(path);
  const pfx = pfxIn(await contentOf(path), name);
  const secret = new TextEncoder().encode(password).buffer;
  const safe = await safeIn(pfx, secret, name);
  const bags = safe.parsedValue.safeContents.flatMap(
    ({ value }: { value: pkijs.SafeContents }) => value.safeBags,
  );
  const key = await keyIn(bags, secret, name);
  const chain = certificatesIn(bags);
  const own = chain.find((certificate) => key !== null && certificate.checkPrivateKey(key));
  if (key === null || own === undefined) throw new CustodiaError('bundle.p12NoKey', { name });
  requireKind(key, name);
  const subject = commonName(own.subject);
  const [from, until] = [new Date(own.validFrom), new Date(own.validTo)];
  if (now < from || now > until)
    throw new CustodiaError('bundle.p12NotNow', {
      name: subject,
      from: from.toISOString(),
      until: until.toISOString(),
    });
  return {
    key,
    chain: [own, ...chain.filter((each) => each !== own)].map((each) => Uint8Array.from(each.raw)),
    name: subject,
    issuer: commonName(own.issuer),
    serial: own.serialNumber,
    until: until.toISOString(),
  };
}

async function contentOf(path: string): Promise<ArrayBuffer> {
  const name = basename(path);
  try {
    if ((await stat(path)).size > largest) throw new CustodiaError('bundle.p12NotOne', { name });
    return Uint8Array.from(await readFile(path)).buffer;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new CustodiaError('file.vanished', { name });
    throw systemCode(error) === 'EISDIR'
      ? new CustodiaError('bundle.p12NotOne', { name })
      : asDiskError(error);
  }
}

function pfxIn(content: ArrayBuffer, name: string): pkijs.PFX {
  try {
    return pkijs.PFX.fromBER(content);
  } catch (error) {
    throw new CustodiaError('bundle.p12NotOne', { name }, { cause: error });
  }
}

/** The file's contents, when the password is right. */
async function safeIn(pfx: pkijs.PFX, password: ArrayBuffer, name: string): Promise<Opened> {
  if ((pfx.macData?.iterations ?? 0) > mostRounds) throw new CustodiaError('bundle.p12Old', { name });
  try {
    await pfx.parseInternalValues({ password, checkIntegrity: pfx.macData !== undefined });
  } catch (error) {
    const isWrong = error instanceof Error && error.message.startsWith('Integrity');
    throw new CustodiaError(isWrong ? 'bundle.p12Password' : 'bundle.p12Old', { name }, { cause: error });
  }
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw new CustodiaError('bundle.p12NotOne', { name });
  for (const content of safe.safeContents) requireReadable(content, name);
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
  } catch (error) {
    // Without a checksum a wrong password shows only here.
    const code = pfx.macData === undefined ? 'bundle.p12Password' : 'bundle.p12Old';
    throw new CustodiaError(code, { name }, { cause: error });
  }
  return safe as Opened;
}

/** `pkijs` has it untyped. */
interface Opened extends pkijs.AuthenticatedSafe {
  readonly parsedValue: { readonly safeContents: readonly { readonly value: pkijs.SafeContents }[] };
}

/** Only what today's programs write can be opened: PBES2 with AES. RC2 and Triple DES have no place in a signature. */
function requireReadable({ contentType, content }: pkijs.ContentInfo, name: string): void {
  if (contentType === dataContent) return;
  const isReadable =
    contentType === encryptedContent &&
    // Read from its bytes: reading it as it stands would change it for who reads it next.
    isToday(
      pkijs.EncryptedData.fromBER(content.toBER(false)).encryptedContentInfo.contentEncryptionAlgorithm,
    );
  if (!isReadable) throw new CustodiaError('bundle.p12Old', { name });
}

function isToday({ algorithmId, algorithmParams }: pkijs.AlgorithmIdentifier): boolean {
  if (algorithmId !== pbes2) return false;
  try {
    const { keyDerivationFunc } = new pkijs.PBES2Params({ schema: algorithmParams });
    const { iterationCount } = new pkijs.PBKDF2Params({ schema: keyDerivationFunc.algorithmParams });
    return iterationCount <= mostRounds;
  } catch {
    // Another key derivation than PBKDF2 (scrypt): nothing here reads it.
    return false;
  }
}

async function keyIn(
  bags: readonly pkijs.SafeBag[],
  password: ArrayBuffer,
  name: string,
): Promise<KeyObject | null> {
  for (const { bagValue } of bags) {
    if (bagValue instanceof pkijs.PrivateKeyInfo) return privateKey(bagValue, name);
    if (!(bagValue instanceof pkijs.PKCS8ShroudedKeyBag)) continue;
    if (!isToday(bagValue.encryptionAlgorithm)) throw new CustodiaError('bundle.p12Old', { name });
    try {
      // It is public in the package's own code, and declared protected only in its types.
      await (bagValue as unknown as { parseInternalValues(of: object): Promise<void> }).parseInternalValues({
        password,
      });
    } catch (error) {
      throw new CustodiaError('bundle.p12Password', { name }, { cause: error });
    }
    if (bagValue.parsedValue !== undefined) return privateKey(bagValue.parsedValue, name);
  }
  return null;
}

function privateKey(info: pkijs.PrivateKeyInfo, name: string): KeyObject {
  try {
    const key = Buffer.from(info.toSchema().toBER(false));
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch (error) {
    throw new CustodiaError('bundle.p12Kind', { name }, { cause: error });
  }
}

function certificatesIn(bags: readonly pkijs.SafeBag[]): X509Certificate[] {
  return bags.flatMap(({ bagValue }) => {
    const own: unknown = bagValue instanceof pkijs.CertBag ? bagValue.parsedValue : undefined;
    return own instanceof pkijs.Certificate
      ? [new X509Certificate(Buffer.from(own.toSchema(true).toBER(false)))]
      : [];
  });
}

const curves: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

function requireKind({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, name: string): void {
  const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails ?? {};
  const isGood =
    (asymmetricKeyType === 'rsa' && modulusLength >= 2_048) ||
    (asymmetricKeyType === 'ec' && curves.has(namedCurve));
  if (!isGood) throw new CustodiaError('bundle.p12Kind', { name });
}

/** `CN=…` of a subject as node writes it, one part a line; the whole where it has none. */
function commonName(subject: string | undefined): string {
  const parts = (subject ?? '').split('\n');
  const found = parts.find((part) => part.startsWith('CN='))?.slice(3) ?? parts.join(', ');
  return found.slice(0, 200);
}
