/** What some work comes to, or `otherwise` where that takes too long. The work goes on; how it ends is nobody's concern. */
export async function withinPatience<Value>(
  work: Promise<Value>,
  patienceMs: number,
  otherwise: Value,
): Promise<Value> {
  const patience = Promise.withResolvers<Value>();
  const timer = setTimeout(() => patience.resolve(otherwise), patienceMs);
  try {
    return await Promise.race([work, patience.promise]);
  } finally {
    clearTimeout(timer);
  }
}
