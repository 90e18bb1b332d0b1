export { BatchBar } from './BatchBar.tsx';
export { CustodyBadge } from './CustodyBadge.tsx';
export { CustodySection } from './CustodySection.tsx';
export { DueNotice, useOverdue } from './DueNotice.tsx';
export { ImportCustody } from './lists/ImportCustody.tsx';
export { OfferNotice } from './OfferNotice.tsx';
