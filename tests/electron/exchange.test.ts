import { exchangeSuite } from '../e2e/suites/exchange';
import { exportSuite } from '../e2e/suites/export';
import { openOnDesktop } from '../support/desktop-reader';

exchangeSuite(openOnDesktop, { isWhole: false });
exportSuite(openOnDesktop, { isWhole: false });
