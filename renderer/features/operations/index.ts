export { OperationsPage } from './OperationsPage.tsx';
export { SealedMaterial } from './SealedMaterial.tsx';
export { CheckInAlarms } from './safety/CheckInAlarms.tsx';
