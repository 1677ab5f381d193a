/** The one place that knows where the version is written. */
export { version } from '../../package.json';
