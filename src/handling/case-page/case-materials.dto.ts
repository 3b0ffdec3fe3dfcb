/** What was handed in with a case, and what its item asks for. */
import { Shown } from '../../platform/http/index.js';

export class CaseMaterialDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(['upload', 'license', 'shared'])
  source: 'upload' | 'license' | 'shared';

  @Shown.text({ nullable: true })
  fileId: string | null;

  @Shown.text({ nullable: true })
  fileName: string | null;

  @Shown.text({ nullable: true, description: '免提交时：所用电子证照的标识' })
  licenseId: string | null;

  @Shown.text({ nullable: true })
  note: string | null;
}

export class MaterialNameDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;
}
