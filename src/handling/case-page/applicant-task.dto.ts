/** What a case asks of its applicant. */
import { FormFieldDto } from '../../catalogue/index.js';
import { Shown } from '../../platform/http/index.js';

export class ApplicantOutcomeDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;
}

export class MaterialToCorrectDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  note: string | null;
}

export class FieldToCorrectDto {
  @Shown.text()
  field: string;

  @Shown.text()
  title: string;

  @Shown.text('须补正的内容')
  note: string;
}

export class ApplicantTaskDto {
  @Shown.text()
  id: string;

  @Shown.text('所属办件')
  caseNumber: string;

  @Shown.text()
  element: string;

  @Shown.text({
    nullable: true,
    description: 'correct 补正、resubmit 预审退回、fill-gaps 容缺补齐 …',
  })
  act: string | null;

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  form: string | null;

  @Shown.one(FormFieldDto, { nullable: true })
  formSchema: FormFieldDto | null;

  @Shown.open({ nullable: true })
  uiSchema: Record<string, unknown> | null;

  @Shown.list(ApplicantOutcomeDto, '可以怎样答复')
  outcomes: ApplicantOutcomeDto[];

  @Shown.text({ nullable: true, description: '要求补正的人写的意见' })
  opinion: string | null;

  @Shown.list(MaterialToCorrectDto)
  materials: MaterialToCorrectDto[];

  @Shown.list(FieldToCorrectDto)
  fields: FieldToCorrectDto[];

  @Shown.instant({ nullable: true })
  dueAt: string | null;
}
