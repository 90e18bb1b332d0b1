export { MarksSection } from './MarksSection.tsx';
