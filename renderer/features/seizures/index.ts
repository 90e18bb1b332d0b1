export { SeizuresPage } from './SeizuresPage.tsx';
