/** The files of a bundle besides its payload, and what their names mean to BagIt 1.0 (RFC 8493) and OpenSSH. */

export const bagItFile = 'bagit.txt';
export const infoFile = 'bag-info.txt';
export const manifestFile = 'manifest-sha256.txt';
/** Covers every tag file but the tag manifests and the signature. */
export const tagManifestFile = 'tagmanifest-sha256.txt';
/** The same files by their SHA-512, for courts whose rules ask for it. */
export const manifest512File = 'manifest-sha512.txt';
export const tagManifest512File = 'tagmanifest-sha512.txt';
/** SSHSIG over the tag manifest, and so over everything. */
export const signatureFile = 'tagmanifest-sha256.txt.sig';
export const signersFile = 'allowed_signers';
/** Explains to a court how to check it, for a browser. */
export const guideFile = 'COMO-COMPROBAR.html';
export const payloadFolder = 'data/';
/** The signed checkpoint of the journal, and the entries that prove the exhibits against it. */
export const checkpointFile = 'data/checkpoint.txt';
export const journalFile = 'data/journal/proof.json';

export const signatureNamespace = 'custodia-bundle';

/** All that `bagit.txt` ever says. */
export const bagItText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
