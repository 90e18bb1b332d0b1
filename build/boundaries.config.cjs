/**
 * What may import what. Cruised over the emitted JavaScript, where imports of types alone are gone: a page may name
 * the core's types, and a type that two modules share makes no circle.
 */

const features = 'electron/core/features';
const pages = 'renderer/features';

module.exports = {
  forbidden: [
    {
      name: 'core-knows-no-shell',
      comment: 'The core runs in any process: it knows neither Electron nor a browser nor a page.',
      severity: 'error',
      from: { path: '^electron/core/' },
      to: {
        path: '^electron/(shells|cli|main\\.js|preload\\.js)|^renderer/|node_modules/(electron|playwright-core)/',
      },
    },
    {
      name: 'renderer-takes-types-only',
      comment: 'A page may know the shape of what the core answers, never run any of its code.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'core-features-by-their-index',
      comment: 'One feature uses another through its index.ts only; a model is what everybody may name.',
      severity: 'error',
      from: { path: `^${features}/([^/]+)/` },
      to: {
        path: `^${features}/[^/]+/`,
        pathNot: [`^${features}/$1/`, `^${features}/[^/]+/(index|model)\\.js$`],
      },
    },
    {
      name: 'pages-by-their-index',
      comment: "One feature's pages use another's through its index.ts only.",
      severity: 'error',
      from: { path: `^${pages}/([^/]+)/` },
      to: { path: `^${pages}/[^/]+/`, pathNot: [`^${pages}/$1/`, `^${pages}/[^/]+/index\\.js$`] },
    },
    {
      name: 'journal-and-vault-know-no-feature',
      comment: 'What all features stand on does not lean on one of them.',
      severity: 'error',
      from: { path: '^electron/core/(journal|vault)/' },
      to: { path: `^${features}/` },
    },
    {
      name: 'components-know-no-feature',
      severity: 'error',
      from: { path: '^renderer/components/' },
      to: { path: '^renderer/features/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
