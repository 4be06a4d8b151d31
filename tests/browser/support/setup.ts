import type { TestProject } from 'vitest/node';
import { type DemoProduct, serveDemo } from '../../support/demo-product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The product that the tests of a run share; each test takes pupils of its own. */
    product: DemoProduct;
  }
}

/** Serves the product to the tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { product, stop } = await serveDemo('browser tests');
  project.provide('product', product);
  return stop;
}
