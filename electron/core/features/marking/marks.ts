import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { amendmentsShape } from '../../journal/amend.ts';
import { requireExhibit } from '../evidence/index.ts';
import { requirePerson } from '../people/index.ts';
import {
  linked,
  linkShape,
  noteAmended,
  noted,
  noteRemoved,
  noteShape,
  tagged,
  tagWord,
  unlinked,
} from './entries.ts';
import { id, ofExhibit, reason } from './inputs.ts';
import { marksOf, requireMark } from './list.ts';
import { noteFields } from './model.ts';
import { distinctTags, requireLinkTarget, requireRect, tagKey } from './rules.ts';

const words = z.array(tagWord).max(50);

/** Notes, tags and links of one exhibit. */
export const markProcedures = {
  'marking.note': {
    type: 'command',
    right: 'case.amend',
    input: ofExhibit.extend(noteShape),
    run: ({ sql, append }, input) => {
      requireExhibit(sql, input.case, input.exhibit);
      if (input.region !== undefined) requireRect(input.region);
      const note = randomUUID();
      append(noted, input.case, { ...input, note });
      return { id: note };
    },
  },
  'marking.amendNote': {
    type: 'command',
    right: 'case.amend',
    input: ofExhibit.extend({ note: id, amendments: amendmentsShape(noteFields) }),
    run: ({ sql, append }, input) => {
      requireMark(sql, 'note', { ...input, id: input.note });
      for (const { field, value } of input.amendments) {
        if (typeof value !== 'string' || value.trim() === '')
          throw new CustodiaError('call.invalid', { field });
      }
      append(noteAmended, input.case, input);
      return {};
    },
  },
  'marking.removeNote': {
    type: 'command',
    right: 'case.amend',
    input: ofExhibit.extend({ note: id, reason }),
    run: ({ sql, append }, input) => {
      requireMark(sql, 'note', { ...input, id: input.note });
      append(noteRemoved, input.case, input);
      return {};
    },
  },
  'marking.tag': {
    type: 'command',
    right: 'case.amend',
    input: ofExhibit.extend({ add: words, remove: words }),
    run: ({ sql, append }, input) => {
      requireExhibit(sql, input.case, input.exhibit);
      const has = new Set(marksOf(sql, input.case, input.exhibit).tags.map((tag) => tagKey(tag.word)));
      // Only what changes something is written: a tag that is there already says nothing new.
      const add = [...distinctTags(input.add)].filter(([key]) => !has.has(key)).map(([, word]) => word);
      const remove = [...distinctTags(input.remove)].filter(([key]) => has.has(key)).map(([, word]) => word);
      if (add.length + remove.length > 0) append(tagged, input.case, { ...input, add, remove });
      return {};
    },
  },
  'marking.link': {
    type: 'command',
    right: 'case.amend',
    input: ofExhibit.extend(linkShape),
    run: ({ sql, append }, input) => {
      requireExhibit(sql, input.case, input.exhibit);
      requireLinkTarget(input);
      const { toKind, to = '' } = input;
      if (toKind === 'person') requirePerson(sql, input.case, to);
      if (toKind === 'exhibit') requireExhibit(sql, input.case, to);
      if (to === input.exhibit) throw new CustodiaError('call.invalid', { field: 'to' });
      const link = randomUUID();
      append(linked, input.case, { ...input, link });
      return { id: link };
    },
  },
  'marking.unlink': {
    type: 'command',
    right: 'case.amend',
    input: ofExhibit.extend({ link: id, reason }),
    run: ({ sql, append }, input) => {
      requireMark(sql, 'link', { ...input, id: input.link });
      append(unlinked, input.case, input);
      return {};
    },
  },
} satisfies Procedures;
