export { AuditPage } from './AuditPage.tsx';
export { EntryList } from './EntryList.tsx';
export { TimelinePage } from './TimelinePage.tsx';
export { useOperationEntries } from './useEntries.ts';
