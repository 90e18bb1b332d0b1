export { BundlesPage } from './BundlesPage.tsx';
