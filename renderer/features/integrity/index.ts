export { IntegritySection } from './IntegritySection.tsx';
