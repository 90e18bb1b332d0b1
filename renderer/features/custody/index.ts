export { CustodyBadge } from './CustodyBadge.tsx';
export { CustodySection } from './CustodySection.tsx';
