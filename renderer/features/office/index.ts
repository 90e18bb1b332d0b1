export { RecoveryDue } from './RecoveryDue.tsx';
export { SettingsPage } from './SettingsPage.tsx';
export { SetupScreen } from './SetupScreen.tsx';
export { UnlockScreen } from './UnlockScreen.tsx';
export { UsersPage } from './UsersPage.tsx';
