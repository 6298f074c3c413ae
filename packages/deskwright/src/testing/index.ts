export {
  testBackend,
  type TestBackend,
  type TestDocuments,
  type TestParams,
  type TestRequest,
  type TestResult,
} from './test-backend.ts'
export type { TestSubscription } from './test-subscription.ts'
