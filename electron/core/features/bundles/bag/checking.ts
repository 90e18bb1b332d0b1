import {
  guideFile,
  manifest512File,
  manifestFile,
  signatureFile,
  signatureNamespace,
  signersFile,
  tagManifest512File,
  tagManifestFile,
} from './layout.ts';

/**
 * How to check a bundle without Custodia, in both languages: the files `LEEME.txt` and `README.txt` of the bundle.
 * The commands are meant to be copied as they stand; a test runs them.
 */
export function checkingTexts(principal: string, keyFingerprint: string): Readonly<Record<string, string>> {
  return {
    'LEEME.txt': spanish(principal, keyFingerprint),
    'README.txt': english(principal, keyFingerprint),
  };
}

/** The commands by themselves, for the page that explains them: each as it is typed. */
export function checkingCommands(principal: string) {
  return {
    linux: [...hashes, posix(principal)],
    linux512: hashes512,
    macOs: [...macHashes, posix(principal)],
    windows: [...windowsHashes, windows(principal)],
    fingerprint: {
      linux: `sha256sum ${tagManifestFile}`,
      windows: `certutil -hashfile ${tagManifestFile} SHA256`,
    },
  } as const;
}

const verifyOptions = (principal: string): string =>
  `-Y verify -f ${signersFile} -I ${principal} -n ${signatureNamespace} -s ${signatureFile}`;

const hashes = [
  `sha256sum -c --quiet --strict ${manifestFile}`,
  `sha256sum -c --quiet --strict ${tagManifestFile}`,
];
const hashes512 = [manifest512File, tagManifest512File].map(
  (file) => `sha512sum -c --quiet --strict ${file}`,
);
const macHashes = hashes.map((command) =>
  command.replace('sha256sum -c --quiet --strict', 'shasum -a 256 -c'),
);
const posix = (principal: string): string => `ssh-keygen ${verifyOptions(principal)} < ${tagManifestFile}`;

/** PowerShell has no `<`, and its pipe would change the bytes: `cmd` passes them as they are. */
const windows = (principal: string): string =>
  `cmd /c "ssh-keygen ${verifyOptions(principal)} < ${tagManifestFile}"`;
const windowsHashes = [manifestFile, tagManifestFile].map(
  (file) =>
    `Get-Content -Encoding UTF8 ${file} | % { $h, $p = $_ -split '  ', 2; ` +
    'if ((Get-FileHash -LiteralPath $p).Hash -ne $h) { "MAL / BAD: $p" } }',
);

const indent = (lines: readonly string[]): string => lines.map((line) => `    ${line}`).join('\n');

const spanish = (principal: string, keyFingerprint: string): string => `CÓMO COMPROBAR ESTE LEGAJO
==========================

Esta carpeta es un paquete BagIt 1.0 (RFC 8493). Su contenido está en «data».
Se puede comprobar en cualquier computadora, sin Custodia y sin Internet.

1. Que ningún archivo cambió ni falta
-------------------------------------
Abra una terminal en esta carpeta. Ninguna de las órdenes debe informar de un
error ni nombrar un archivo como distinto.

Linux:

${indent(hashes)}

macOS:

${indent(macHashes)}

Windows (PowerShell); si todo está bien, no muestra nada:

${indent(windowsHashes)}

2. Quién lo firmó
-----------------
Linux y macOS:

${indent([posix(principal)])}

Windows (PowerShell):

${indent([windows(principal)])}

La respuesta debe empezar por

    Good "${signatureNamespace}" signature for ${principal}

3. Que la firma es de la Fiscalía
---------------------------------
La huella de la clave que muestra el paso 2 debe ser

    ${keyFingerprint}

Compárela con la que figura impresa en el recibo o en la carátula: quien
cambiara el legajo entero podría cambiar también este texto, pero no el papel
que usted ya tiene. Compare también con el recibo la huella del legajo, que es
el SHA-256 de ${tagManifestFile}.

4. Que no se agregó nada
------------------------
Todo archivo debe figurar en ${manifestFile} o en
${tagManifestFile}; fuera de ellos solo están este último, su
firma (${signatureFile}) y ${tagManifest512File}.

Las mismas listas están con SHA-512 en ${manifest512File} y
${tagManifest512File}, para quien prefiera «sha512sum -c».
El archivo ${guideFile} explica todo esto con más detalle.

Con Custodia, una sola orden hace todo lo anterior salvo comparar con el papel:

    custodia bundle verify CARPETA
`;

const english = (principal: string, keyFingerprint: string): string => `HOW TO CHECK THIS BUNDLE
========================

This folder is a BagIt 1.0 package (RFC 8493). Its content is in "data". It can
be checked on any computer, without Custodia and without the Internet.

1. That no file changed or is missing
-------------------------------------
Open a terminal in this folder. None of the commands may report an error or
name a file as different.

Linux:

${indent(hashes)}

macOS:

${indent(macHashes)}

Windows (PowerShell); shows nothing if all is well:

${indent(windowsHashes)}

2. Who signed it
----------------
Linux and macOS:

${indent([posix(principal)])}

Windows (PowerShell):

${indent([windows(principal)])}

The answer must begin with

    Good "${signatureNamespace}" signature for ${principal}

3. That the signature is the prosecutor's office's
--------------------------------------------------
The key's fingerprint that step 2 shows must be

    ${keyFingerprint}

Compare it with the one printed on the receipt or the cover: whoever changed
the whole bundle could change this text too, but not the paper that you already
have. Compare with the receipt the bundle's fingerprint too, which is the
SHA-256 of ${tagManifestFile}.

4. That nothing was added
-------------------------
Every file must be listed in ${manifestFile} or
${tagManifestFile}; besides them there is only the latter, its
signature (${signatureFile}) and ${tagManifest512File}.

The same lists stand with SHA-512 in ${manifest512File} and
${tagManifest512File}, for whoever prefers "sha512sum -c".
The file ${guideFile} explains all this in more detail.

With Custodia, one command does all of this except comparing with the paper:

    custodia bundle verify FOLDER
`;
