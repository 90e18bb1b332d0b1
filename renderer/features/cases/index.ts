export { CaseSummary } from './CaseSummary.tsx';
export { CasesPage } from './CasesPage.tsx';
