/**
 * Installers for Windows (NSIS), Linux (AppImage, deb) and macOS (dmg). `npm run dist` downloads Electron's program
 * for the platform and electron-builder's own tools (NSIS, AppImage, fpm); it runs on a machine with network only.
 */
module.exports = {
  appId: 'bo.custodia.app',
  productName: 'Custodia',
  copyright: 'AGPL-3.0-only',
  directories: { output: 'out/dist', buildResources: 'resources/icons' },
  files: [
    'out/electron/**',
    'out/renderer/**',
    'resources/**',
    '!resources/demo/**',
    'package.json',
    'LICENSE',
    'build/custodia.mjs',
    '!**/*.map',
  ],
  // Native parts are loaded from files, and the court's PDF is made by a process that reads its WASM from one.
  asarUnpack: [
    '**/*.node',
    'node_modules/mupdf/**',
    'node_modules/@signalapp/sqlcipher/**',
    'node_modules/sodium-native/**',
  ],
  icon: 'resources/icons/custodia.png',
  electronLanguages: ['es', 'es-419', 'en-US', 'en-GB'],
  npmRebuild: false,
  publish: null,
  electronFuses: {
    runAsNode: true,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    synopsis: "The encrypted, offline case file of a prosecutor's office",
    maintainer: 'Custodia',
    executableName: 'custodia',
  },
  mac: {
    target: ['dmg'],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
  },
};
