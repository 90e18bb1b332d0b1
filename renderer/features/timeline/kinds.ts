import {
  IconBookmark,
  IconBriefcase,
  IconDownload,
  IconEye,
  IconEyeOff,
  IconFileArrowRight,
  IconFilePlus,
  IconGavel,
  IconKey,
  IconLink,
  IconMail,
  IconMailOpened,
  IconPencil,
  IconPoint,
  IconSettings,
  IconUser,
  IconUserMinus,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react';

/** The groups by which a timeline is filtered, and the kinds of entries in each. */
export const groups = {
  facts: ['case.opened', 'case.amended', 'case.teamJoined', 'case.teamLeft'],
  people: ['person.added', 'person.amended', 'person.related', 'person.unrelated', 'seal.closed'],
  evidence: [
    'evidence.attached',
    'evidence.amended',
    'evidence.intakeBegun',
    'evidence.intakeEnded',
    'evidence.intakeFailed',
  ],
  marks: [
    'marking.noted',
    'marking.noteAmended',
    'marking.noteRemoved',
    'marking.tagged',
    'marking.linked',
    'marking.unlinked',
    'marking.collectionMade',
    'marking.collected',
    'marking.collectionOrdered',
    'marking.collectionAmended',
    'marking.collectionDissolved',
    'marking.redacted',
    'marking.unredacted',
  ],
  custody: ['custody.recorded'],
  access: ['access.recorded', 'seal.opened', 'bundle.begun'],
  bundles: ['bundle.exported'],
} as const;
export type Group = keyof typeof groups;
export const groupNames = Object.keys(groups) as Group[];

const icons: Readonly<Record<string, TablerIcon>> = {
  'case.opened': IconBriefcase,
  'case.amended': IconPencil,
  'case.teamJoined': IconUserPlus,
  'case.teamLeft': IconUserMinus,
  'person.added': IconUser,
  'person.amended': IconPencil,
  'person.related': IconLink,
  'person.unrelated': IconLink,
  'seal.closed': IconMail,
  'seal.opened': IconMailOpened,
  'evidence.attached': IconFilePlus,
  'evidence.amended': IconPencil,
  'marking.noted': IconBookmark,
  'marking.tagged': IconBookmark,
  'marking.linked': IconLink,
  'marking.redacted': IconEyeOff,
  'marking.unredacted': IconEye,
  'custody.recorded': IconFileArrowRight,
  'access.recorded': IconEye,
  'bundle.begun': IconDownload,
  'bundle.exported': IconGavel,
  'office.founded': IconSettings,
  'office.amended': IconSettings,
  'user.added': IconUserPlus,
  'user.removed': IconUserMinus,
  'user.passphraseChanged': IconKey,
  'role.granted': IconKey,
  'role.revoked': IconKey,
};

export function iconOf(kind: string): TablerIcon {
  return icons[kind] ?? IconPoint;
}
