import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { amendmentsShape } from '../../journal/amend.ts';
import { requireExhibit } from '../evidence/index.ts';
import {
  collected,
  collectionAmended,
  collectionDissolved,
  collectionMade,
  collectionName,
  collectionOrdered,
} from './entries.ts';
import { id, inCase, reason } from './inputs.ts';
import { exhibitsIn, requireCollection } from './list.ts';
import { collectionFields } from './model.ts';

const exhibits = z.array(id).max(10_000);
const ofCollection = inCase.extend({ collection: id });

/** Exhibits that belong together, in an order of their own. */
export const collectionProcedures = {
  'marking.makeCollection': {
    type: 'command',
    right: 'case.amend',
    input: inCase.extend({ name: collectionName, exhibits }),
    run: ({ sql, append }, input) => {
      for (const exhibit of input.exhibits) requireExhibit(sql, input.case, exhibit);
      const collection = randomUUID();
      append(collectionMade, input.case, { case: input.case, collection, name: input.name });
      const add = [...new Set(input.exhibits)];
      if (add.length > 0) append(collected, input.case, { case: input.case, collection, add, remove: [] });
      return { id: collection };
    },
  },
  'marking.collect': {
    type: 'command',
    right: 'case.amend',
    input: ofCollection.extend({ add: exhibits, remove: exhibits, reason: reason.optional() }),
    run: ({ sql, append }, input) => {
      requireCollection(sql, input.case, input.collection);
      for (const exhibit of input.add) requireExhibit(sql, input.case, exhibit);
      const has = new Set(exhibitsIn(sql, input.collection));
      const add = [...new Set(input.add)].filter((exhibit) => !has.has(exhibit));
      const remove = [...new Set(input.remove)].filter((exhibit) => has.has(exhibit));
      if (add.length + remove.length > 0) append(collected, input.case, { ...input, add, remove });
      return {};
    },
  },
  'marking.orderCollection': {
    type: 'command',
    right: 'case.amend',
    input: ofCollection.extend({ exhibits }),
    run: ({ sql, append }, input) => {
      requireCollection(sql, input.case, input.collection);
      const has = new Set(exhibitsIn(sql, input.collection));
      const given = new Set(input.exhibits);
      if (given.size !== input.exhibits.length || input.exhibits.some((exhibit) => !has.has(exhibit)))
        throw new CustodiaError('call.invalid', { field: 'exhibits' });
      append(collectionOrdered, input.case, input);
      return {};
    },
  },
  'marking.renameCollection': {
    type: 'command',
    right: 'case.amend',
    input: ofCollection.extend({ amendments: amendmentsShape(collectionFields) }),
    run: ({ sql, append }, input) => {
      requireCollection(sql, input.case, input.collection);
      for (const { field, value } of input.amendments) {
        if (!collectionName.safeParse(value).success) throw new CustodiaError('call.invalid', { field });
      }
      append(collectionAmended, input.case, input);
      return {};
    },
  },
  'marking.dissolveCollection': {
    type: 'command',
    right: 'case.amend',
    input: ofCollection.extend({ reason }),
    run: ({ sql, append }, input) => {
      requireCollection(sql, input.case, input.collection);
      append(collectionDissolved, input.case, input);
      return {};
    },
  },
} satisfies Procedures;
