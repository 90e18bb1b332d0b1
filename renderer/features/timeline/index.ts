export { AuditPage } from './AuditPage.tsx';
export { TimelinePage } from './TimelinePage.tsx';
