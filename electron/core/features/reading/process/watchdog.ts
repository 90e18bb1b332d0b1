/**
 * Ends the process when it takes more memory than this: its own thread may be too busy to notice. By a signal that
 * nobody else sends, so that the parent can tell why.
 */
const most = 1_500 * 1024 * 1024;

setInterval(() => {
  if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGTERM');
}, 100);
