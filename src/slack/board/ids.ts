/** What Slack sends back of `src/slack/board`. */
export const boardIds = {
  view: 'board_view',
  record: 'board_record',
  next: 'board_next',
  take: 'board_take',
  attendance: 'board_attendance',
  refresh: 'board_refresh',
  end: 'board_end',
  attendanceModal: 'board_attendance_modal',
  present: 'board_present',
} as const
