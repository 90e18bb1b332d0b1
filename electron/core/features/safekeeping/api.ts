import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { createBackup } from './backup.ts';
import { verifyBackup } from './manifest.ts';
import { verifyVault } from './verify-vault.ts';

const nothing = z.strictObject({});

export const safekeepingProcedures = {
  'vault.verify': {
    type: 'task',
    right: 'journal.verify',
    input: z.strictObject({ deep: z.boolean() }),
    run: async (services, { deep }) =>
      services.jobs.start('verification', undefined, (progress, signal) =>
        verifyVault(services, deep, progress, signal),
      ),
  },
  'backup.create': {
    type: 'task',
    right: 'backup.write',
    input: z.strictObject({ folder: z.string() }),
    run: async (services, input) => {
      const folder = services.handles.take(input.folder);
      return services.jobs.start('backup', undefined, (progress, signal) =>
        createBackup(services, folder, progress, signal),
      );
    },
  },
  'backup.verify': {
    type: 'task',
    right: 'backup.write',
    input: z.strictObject({ folder: z.string() }),
    run: (services, { folder }) => verifyBackup(services.handles.take(folder)),
  },
  'jobs.list': {
    type: 'task',
    right: 'office.read',
    input: nothing,
    run: async (services) => services.jobs.list(),
  },
  'jobs.cancel': {
    type: 'task',
    right: 'office.read',
    input: z.strictObject({ job: z.string() }),
    run: async (services, { job }) => {
      services.jobs.cancel(job);
      return {};
    },
  },
} satisfies Procedures;
