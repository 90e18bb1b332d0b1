import { createHash, type KeyObject, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Signer } from './p12.ts';

/*
 * The signature of a PDF as PAdES wants it at its basic level (ETSI EN 319 142-1, B-B): a detached CMS signature with
 * the certificate's hash among what is signed, and no time of its own (that stands in the PDF). A time stamp (B-T)
 * would have to be asked of a server.
 */

const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';
const data = '1.2.840.113549.1.7.1';
const signedData = '1.2.840.113549.1.7.2';
const hash = 'SHA-256';

/** More bytes than a signature by this certificate takes. */
export function roomFor({ chain }: Pick<Signer, 'chain'>): number {
  return chain.reduce((sum, { length }) => sum + length, 4_096);
}

/** Signs the SHA-256 of what a PDF's byte range holds; gives the CMS in DER. */
export async function signDigest({ key, chain }: Signer, digest: Uint8Array): Promise<Uint8Array> {
  const certificates = chain.map((der) => pkijs.Certificate.fromBER(der));
  const [own] = certificates;
  const [der] = chain;
  if (own === undefined || der === undefined) throw new Error('a signer has a certificate');
  const attributes = [
    attribute(contentType, new asn1js.ObjectIdentifier({ value: data })),
    attribute(messageDigest, octets(digest)),
    attribute(signingCertificateV2, certificateReference(own, der)),
  ];
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: data }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: inOrder(attributes) }),
      }),
    ],
    certificates,
  });
  await signed.sign(await cryptoKey(key), 0, hash);
  const info = new pkijs.ContentInfo({ contentType: signedData, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER(false));
}

const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer });

const attribute = (type: string, value: asn1js.BaseBlock): pkijs.Attribute =>
  new pkijs.Attribute({ type, values: [value] });

/** DER has the members of a set in the order of their bytes. */
function inOrder(attributes: readonly pkijs.Attribute[]): pkijs.Attribute[] {
  const bytes = (each: pkijs.Attribute): Buffer => Buffer.from(each.toSchema().toBER(false));
  return attributes.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b)));
}

/** SigningCertificateV2 (RFC 5035) with one certificate by its SHA-256, which is the default and is not named. */
function certificateReference(certificate: pkijs.Certificate, der: Uint8Array): asn1js.Sequence {
  const issuer = new asn1js.Sequence({
    // GeneralNames with one directoryName.
    value: [
      new asn1js.Constructed({
        idBlock: { tagClass: 3, tagNumber: 4 },
        value: [certificate.issuer.toSchema()],
      }),
    ],
  });
  const reference = new asn1js.Sequence({
    value: [
      octets(createHash('sha256').update(der).digest()),
      new asn1js.Sequence({ value: [issuer, certificate.serialNumber] }),
    ],
  });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [reference] })] });
}

const curveNames: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Two sets of types call the same thing by one name. */
type SigningKey = Parameters<pkijs.SignedData['sign']>[0];

async function cryptoKey(key: KeyObject): Promise<SigningKey> {
  const der = key.export({ format: 'der', type: 'pkcs8' });
  const namedCurve = curveNames[key.asymmetricKeyDetails?.namedCurve ?? ''];
  const algorithm =
    namedCurve === undefined ? { name: 'RSASSA-PKCS1-v1_5', hash } : { name: 'ECDSA', namedCurve };
  const imported = await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
  return imported as SigningKey;
}
