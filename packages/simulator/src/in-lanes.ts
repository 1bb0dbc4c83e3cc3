/** Works through a list, at most `lanes` at once, beginning in order. */
export async function inLanes<Task>(
  tasks: readonly Task[],
  lanes: number,
  work: (task: Task) => Promise<void>,
): Promise<void> {
  const queue = tasks.values();
  await Promise.all(
    Array.from({ length: Math.min(lanes, tasks.length) }, async () => {
      for (const task of queue) await work(task);
    }),
  );
}
