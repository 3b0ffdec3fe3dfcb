/** The businesses of the demonstration, as their owners fill them in. */

/** 响堂街道, Haicheng. */
export const REGION = '210381003';

export const FOOD_LICENCE = '210125001000';
export const FIRE_CHECK = '210170001000';
export const ROAD = '210117001000';
export const FOREST_LAND = '210164001000';

/** What the forms of all items ask of an applicant with a business. */
interface Business {
  creditCode: string;
  businessName: string;
  operatorName: string;
  idNumber: string;
  phone: string;
  address: string;
}

export const xiaomei: Business = {
  creditCode: '92210399MA0XT0013G',
  businessName: '海城市响堂街道晓梅饭店',
  operatorName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  address: '海城市响堂街道永安路1号（演示）',
};

export const guodong: Business = {
  creditCode: '92210399MA0XT0021B',
  businessName: '海城市响堂街道国栋小吃店',
  operatorName: '李国栋',
  idNumber: '21039919790903005X',
  phone: '19900000002',
  address: '海城市响堂街道永安路9号（演示）',
};

/** Its licence was revoked, and it went on. */
export const jiuwei: Business = {
  creditCode: '92210399MA0XT0099B',
  businessName: '海城市响堂街道旧味餐馆（演示：已吊销）',
  operatorName: '吴某',
  idNumber: '210399197506120990',
  phone: '19900000096',
  address: '海城市响堂街道永安路17号（演示）',
};

const delivery = (address: string) => ({
  deliveryMethod: 'electronic',
  deliveryAddress: address,
  addressConfirmed: true,
});

const place = { premises: 'rent', area: 180, floor: 1, seats: 60 };

export const foodForm = (business: Business): Record<string, unknown> => ({
  ...business,
  ...place,
  categories: ['hot'],
  onlineBusiness: false,
  foodSafetyOfficer: business.operatorName,
  ...delivery(business.address),
});

export const fireForm = (business: Business, promise: boolean): Record<string, unknown> => ({
  ...business,
  ...place,
  autoFireSystem: true,
  firePromise: promise,
  ...delivery(business.address),
});

/** @param from first day, yyyy-MM-dd @param to last day */
export const roadForm = (business: Business, from: string, to: string) => ({
  ...business,
  occupyArea: 12,
  occupyFrom: from,
  occupyTo: to,
  occupyPurpose: '外摆经营',
  ...delivery(business.address),
});

/** @param from first day, yyyy-MM-dd @param to last day */
export const forestForm = (business: Business, from: string, to: string) => ({
  ...business,
  project: '响堂山林下步道（演示）',
  landPlace: '海城市响堂街道演示村3林班12小班',
  landArea: 3.5,
  useFrom: from,
  useTo: to,
  purpose: '步道施工堆料',
  ...delivery(business.address),
});

/** `yyyy-MM-dd` in Shanghai, so many days from now. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  });
