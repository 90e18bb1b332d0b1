/** The files of a bundle besides its payload, and what their names mean to BagIt 1.0 (RFC 8493) and OpenSSH. */

export const bagItFile = 'bagit.txt';
export const infoFile = 'bag-info.txt';
export const manifestFile = 'manifest-sha256.txt';
/** Covers every tag file but itself and its signature. */
export const tagManifestFile = 'tagmanifest-sha256.txt';
/** SSHSIG over the tag manifest, and so over everything. */
export const signatureFile = 'tagmanifest-sha256.txt.sig';
export const signersFile = 'allowed_signers';
export const payloadFolder = 'data/';

export const signatureNamespace = 'custodia-bundle';

/** All that `bagit.txt` ever says. */
export const bagItText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
