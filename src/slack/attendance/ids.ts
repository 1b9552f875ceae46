/** What Slack sends back of `src/slack/attendance`. */
export const attendanceIds = {
  attend: 'attendance_attend',
  deputy: 'attendance_deputy',
  cannot: 'attendance_cannot',
  resolve: 'attendance_resolve',
  deputyModal: 'attendance_deputy_modal',
  cannotModal: 'attendance_cannot_modal',
  name: 'attendance_name',
  kind: 'attendance_kind',
  time: 'attendance_time',
  remark: 'attendance_remark',
} as const
